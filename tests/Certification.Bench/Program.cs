using Certification.Bench.Engine;
using Certification.Bench.Evidence;
using Certification.Bench.Harness;
using Certification.Bench.Http;
using Certification.Bench.Rules;
using Certification.Bench.Signing;
using Certification.Bench.Storage;

if (args is [MemoryProbe.Command, ..])
{
    await MemoryProbe.Run(args);
    return 0;
}

if (args is [ReaderMemory.Command, ..])
{
    await ReaderMemory.Read(args);
    return 0;
}

// Every benchmark is a class; add it here. `./bench FILTER` runs those whose name contains the filter.
IBenchmark[] all =
[
    new FiveStepWorkflow(),
    new WaitingInstancesMemory(),
    new EventAcknowledged(),
    new EventTakesEffect(),
    new RuleEvaluationSpeed(),
    new SignCertificate(),
    new VerifyCertificate(),
    new VerifyByTrustList(),
    new VerifyWithXmlsec(),
    new VerifyOverHttp(),
    new StatusListSize(),
    new LogInMemory(),
    new LogInStorage(),
    new EvidenceSpeed(),
    new EvidenceMemory(),
    new ReaderThroughput(),
    new ReaderMemory(),
    new JudgementTime(),
];

var filter = args.Length > 0 ? args[0] : "";
var chosen = all.Where(benchmark => benchmark.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"No benchmark has \"{filter}\" in its name. There are: {string.Join(", ", all.Select(b => b.Name))}");
    return 64;
}

var results = new List<BenchResult>();
await using (var storage = await BenchStorage.Start())
{
    Report.Begin();
    foreach (var benchmark in chosen)
    {
        foreach (var result in await benchmark.Run(storage))
        {
            results.Add(result);
            Report.Print(result);
        }
    }
}

Report.Save(results);
return results.TrueForAll(result => result.Met) ? 0 : 1;
