// Verifylog verifies a published log as a stranger does: with none of our code, only Go's own and the sumdb packages that
// Go verifies its modules with (Debian: golang-golang-x-mod-dev).
//
//	verifylog DIR LOG_VKEY ECDSA_VKEY WITNESS_VKEY OLD_SIZE OLD_ROOT
//
// DIR holds the files of the log, or is the address under which they lie. Each of the three keys must have signed the checkpoint, every entry must be in the tree, and the
// tree of OLD_SIZE with OLD_ROOT must be its beginning.
package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// files reads tiles from the files of the log, whose paths leave out the height.
type files struct{ dir string }

func (f files) Height() int { return height }

func (f files) SaveTiles([]tlog.Tile, [][]byte) {}

func (f files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		content, err := read(f.dir, strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		data = append(data, content)
	}
	return data, nil
}

func read(dir, path string) ([]byte, error) {
	if !strings.HasPrefix(dir, "http://") && !strings.HasPrefix(dir, "https://") {
		return os.ReadFile(filepath.Join(dir, path))
	}
	answer, err := http.Get(dir + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return io.ReadAll(answer.Body)
}

// verifier is a key of a type that the note package does not know itself.
type verifier struct {
	name   string
	hash   uint32
	verify func(msg, sig []byte) bool
}

func (v verifier) Name() string                { return v.name }
func (v verifier) KeyHash() uint32             { return v.hash }
func (v verifier) Verify(msg, sig []byte) bool { return v.verify(msg, sig) }

func parse(vkey string, kind byte) (verifier, []byte) {
	parts := strings.SplitN(vkey, "+", 3)
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	check(err)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	check(err)
	if key[0] != kind {
		log.Fatalf("%s is of type %d, not %d", vkey, key[0], kind)
	}
	return verifier{name: parts[0], hash: uint32(hash)}, key[1:]
}

func ecdsaVerifier(vkey string) note.Verifier {
	v, der := parse(vkey, 2)
	public, err := x509.ParsePKIXPublicKey(der)
	check(err)
	v.verify = func(msg, sig []byte) bool {
		digest := sha256.Sum256(msg)
		return ecdsa.VerifyASN1(public.(*ecdsa.PublicKey), digest[:], sig)
	}
	return v
}

func witnessVerifier(vkey string) note.Verifier {
	v, key := parse(vkey, 4)
	v.verify = func(msg, sig []byte) bool {
		if len(sig) < 8 {
			return false
		}
		signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
		return ed25519.Verify(key, []byte(signed), sig[8:])
	}
	return v
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 7 {
		log.Fatal("verifylog DIR LOG_VKEY ECDSA_VKEY WITNESS_VKEY OLD_SIZE OLD_ROOT")
	}
	dir := os.Args[1]
	logVerifier, err := note.NewVerifier(os.Args[2])
	check(err)
	tree := openCheckpoint(dir, logVerifier, ecdsaVerifier(os.Args[3]), witnessVerifier(os.Args[4]))
	hashes := tlog.TileHashReader(tree, files{dir})
	verifyEntries(dir, tree, hashes)
	verifyHistory(tree, hashes, os.Args[5], os.Args[6])
	fmt.Printf("verified %d entries\n", tree.N)
}

func openCheckpoint(dir string, verifiers ...note.Verifier) tlog.Tree {
	content, err := read(dir, "checkpoint")
	check(err)
	opened, err := note.Open(content, note.VerifierList(verifiers...))
	check(err)
	if len(opened.Sigs) != len(verifiers) {
		log.Fatalf("%d of %d keys signed the checkpoint", len(opened.Sigs), len(verifiers))
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifiers[0].Name() {
		log.Fatalf("the checkpoint is not of %s", verifiers[0].Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: root}
}

func verifyEntries(dir string, tree tlog.Tree, hashes tlog.HashReader) {
	for first := int64(0); first < tree.N; first += 1 << height {
		tile := tlog.Tile{H: height, L: -1, N: first >> height, W: 1 << height}
		if tree.N-first < 1<<height {
			tile.W = int(tree.N - first)
		}
		path := strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)
		bundle, err := read(dir, path)
		check(err)
		var indexes []int64
		for n := first; n < first+int64(tile.W); n++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, n))
		}
		// What the reader answers it has authenticated against the checkpoint.
		leaves, err := hashes.ReadHashes(indexes)
		check(err)
		for i, leaf := range leaves {
			length := int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:2+length]) != leaf {
				log.Fatalf("entry %d is not the one in the tree", first+int64(i))
			}
			bundle = bundle[2+length:]
		}
		proof, err := tlog.ProveRecord(tree.N, first, hashes)
		check(err)
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, first, leaves[0]))
		if len(bundle) != 0 {
			log.Fatalf("%s is longer than its entries", path)
		}
	}
}

func verifyHistory(tree tlog.Tree, hashes tlog.HashReader, oldSize, oldRoot string) {
	size, err := strconv.ParseInt(oldSize, 10, 64)
	check(err)
	root, err := tlog.ParseHash(oldRoot)
	check(err)
	proof, err := tlog.ProveTree(tree.N, size, hashes)
	check(err)
	check(tlog.CheckTree(proof, tree.N, tree.Hash, size, root))
	computed, err := tlog.TreeHash(size, hashes)
	check(err)
	if !bytes.Equal(computed[:], root[:]) {
		log.Fatal("the old root is another one")
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
