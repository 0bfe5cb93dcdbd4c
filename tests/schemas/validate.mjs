// Says of each document on standard input, one a line, whether the schema in the file of the first argument admits it: "true" or
// its first error, one a line.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const ajv = new Ajv({ strict: true, allowUnionTypes: true });
formats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(process.argv[2], 'utf8')));
for await (const line of createInterface({ input: process.stdin })) {
  const admitted = validate(JSON.parse(line));
  console.log(admitted ? 'true' : `${validate.errors[0].instancePath} ${validate.errors[0].message}`);
}
