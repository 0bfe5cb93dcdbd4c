using Certification.Testing;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
// Each test runs server processes of its own on two cores: side by side they would only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]
