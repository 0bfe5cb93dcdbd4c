// What stands at the front door: the authority's own host name with a managed certificate (Flex Consumption has none to give), public files
// straight from storage so that verifiers do not depend on the app, and what must not reach the app taken out.
@description('Name of the front door.')
param frontDoor string

param tags object
param customDomain string

@description('Host name of the Functions app.')
param appHost string

@description('Host name of the account whose container "public" anybody reads.')
param publicFilesHost string

resource profile 'Microsoft.Cdn/profiles@2024-02-01' existing = {
  name: frontDoor
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2024-02-01' = {
  parent: profile
  name: frontDoor
  location: 'global'
  tags: tags
}

resource domain 'Microsoft.Cdn/profiles/customDomains@2024-02-01' = {
  parent: profile
  name: replace(customDomain, '.', '-')
  properties: {
    hostName: customDomain
    tlsSettings: { certificateType: 'ManagedCertificate', minimumTlsVersion: 'TLS12' }
  }
}

var origins = [
  { name: 'app', host: appHost, probe: '/health/live' }
  { name: 'public-files', host: publicFilesHost, probe: '/public/trust/anchor.pem' }
]

resource groups 'Microsoft.Cdn/profiles/originGroups@2024-02-01' = [
  for origin in origins: {
    parent: profile
    name: origin.name
    properties: {
      loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3 }
      healthProbeSettings: {
        probePath: origin.probe
        probeProtocol: 'Https'
        probeRequestType: 'HEAD'
        probeIntervalInSeconds: 100
      }
    }
  }
]

resource origin 'Microsoft.Cdn/profiles/originGroups/origins@2024-02-01' = [
  for (origin, index) in origins: {
    parent: groups[index]
    name: origin.name
    properties: { hostName: origin.host, originHostHeader: origin.host, enforceCertificateNameCheck: true }
  }
]

resource rules 'Microsoft.Cdn/profiles/ruleSets@2024-02-01' = {
  parent: profile
  name: 'headers'
}

// A caller who sends this header makes the Functions host wait 15 s for an invocation that never was.
resource invocation 'Microsoft.Cdn/profiles/ruleSets/rules@2024-02-01' = {
  parent: rules
  name: 'NoInvocationId'
  properties: {
    order: 1
    actions: [
      {
        name: 'ModifyRequestHeader'
        parameters: {
          typeName: 'DeliveryRuleHeaderActionParameters'
          headerAction: 'Delete'
          headerName: 'x-ms-invocation-id'
        }
      }
    ]
  }
}

resource publicFiles 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-02-01' = {
  parent: endpoint
  name: 'public-files'
  dependsOn: [origin]
  properties: {
    originGroup: { id: groups[1].id }
    customDomains: [{ id: domain.id }]
    patternsToMatch: ['/public/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Disabled'
    // Files say in Cache-Control how long they may be kept: status lists shortly, certificates for good.
    cacheConfiguration: { queryStringCachingBehavior: 'IgnoreQueryString' }
  }
}

resource everythingElse 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-02-01' = {
  parent: endpoint
  name: 'app'
  dependsOn: [origin, invocation]
  properties: {
    originGroup: { id: groups[0].id }
    customDomains: [{ id: domain.id }]
    ruleSets: [{ id: rules.id }]
    patternsToMatch: ['/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Disabled'
  }
}

output endpointHost string = endpoint.properties.hostName
output validationToken string = domain.properties.validationProperties.validationToken
