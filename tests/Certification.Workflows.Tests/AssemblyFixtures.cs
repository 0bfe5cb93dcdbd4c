[assembly: Xunit.AssemblyFixture(typeof(Certification.Testing.AzuriteFixture))]
