using Certification.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
