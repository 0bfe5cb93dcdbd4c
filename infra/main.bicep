// One authority on Azure: everything that one jurisdiction needs, in one resource group.
// README.md beside this file tells how it is deployed, what it costs and what was checked.
targetScope = 'resourceGroup'

@description('Code of the authority: two capital letters.')
@minLength(2)
@maxLength(2)
param authorityCode string

@description('Name of the authority, as certificates say it.')
param authorityName string

@description('The OpenID Connect issuer of people\'s tokens, without a slash at the end.')
param issuer string

@description('The aud that tokens for this authority have.')
param audience string

@description('Where. All of an authority stays in its jurisdiction\'s region.')
param location string = resourceGroup().location

@description('Host name under which the world reaches the authority, such as certification.example. Empty: the app\'s own name.')
param customDomain string = ''

@description('Who is told of alerts.')
param alertAddress string

@description('standard keeps keys in software, premium in hardware (FIPS 140-3 level 3).')
@allowed(['standard', 'premium'])
param vaultSku string = 'standard'

@description('Copies of what the authority holds: in three zones, or in the paired region as well.')
@allowed(['Standard_ZRS', 'Standard_GZRS'])
param dataRedundancy string = 'Standard_ZRS'

@description('Most instances of the app. Each has 2 GB.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Instances that always wait for requests; 0 means that the first request after a pause waits some seconds.')
@minValue(0)
param alwaysReady int = 0

var code = toLower(authorityCode)
var suffix = take(uniqueString(resourceGroup().id), 8)
var tags = { system: 'certification', authority: authorityCode }

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: 'certification-${code}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: { name: 'certification-${code}', location: location, tags: tags, publisher: identity.outputs.principalId }
}

module data 'modules/data.bicep' = {
  name: 'data'
  params: {
    name: 'cert${code}data${suffix}'
    location: location
    tags: tags
    redundancy: dataRedundancy
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module host 'modules/host.bicep' = {
  name: 'host'
  params: {
    name: 'cert${code}host${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: 'cert-${code}-${suffix}'
    location: location
    tags: tags
    sku: vaultSku
    signer: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module frontDoor 'modules/front-door.bicep' = if (!empty(customDomain)) {
  name: 'front-door'
  params: { name: 'certification-${code}', tags: tags }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: 'certification-${code}-${suffix}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostAccount: host.outputs.accountName
    deploymentContainer: host.outputs.deploymentContainer
    insightsConnection: monitoring.outputs.connectionString
    customDomain: customDomain
    frontDoorId: frontDoor.?outputs.?id ?? ''
    maximumInstances: maximumInstances
    alwaysReady: alwaysReady
    authoritySettings: {
      Authority__Code: authorityCode
      Authority__Name: authorityName
      Auth__Authority: issuer
      Auth__Audience: audience
      Storage__AccountName: data.outputs.accountName
      Keys__Vault: vault.outputs.url
      Trust__ListFile: '/home/site/wwwroot/trust/trust-list.jws'
      Trust__AnchorFile: '/home/site/wwwroot/trust/anchor.pem'
    }
  }
}

module domain 'modules/domain.bicep' = if (!empty(customDomain)) {
  name: 'domain'
  params: {
    frontDoor: frontDoor!.outputs.name
    tags: tags
    customDomain: customDomain
    appHost: app.outputs.hostName
    publicFilesHost: data.outputs.blobHost
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: 'certification-${code}'
    location: location
    tags: tags
    address: alertAddress
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    storageIds: [data.outputs.accountId, host.outputs.accountId]
  }
}

@description('Name of the Functions app, for publishing.')
output appName string = app.outputs.name

@description('Where the authority answers.')
output url string = app.outputs.url

@description('The vault, for the key ceremony.')
output vaultName string = vault.outputs.name

@description('The account whose container "public" anybody reads.')
output dataAccount string = data.outputs.accountName

@description('What the custom domain must point to (CNAME); empty without one.')
output frontDoorHost string = domain.?outputs.?endpointHost ?? ''

@description('The TXT record _dnsauth.<domain> that proves the domain; empty without one.')
output domainProof string = domain.?outputs.?validationToken ?? ''
