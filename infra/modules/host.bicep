// What the Functions host needs for itself: its leases, the task hub of Durable Functions, the app's package. Nothing here is
// the authority's: lost, it is made anew, and instances start again from their subjects.
param name string
param location string
param tags object

@description('The app\'s identity.')
param principalId string

// Owner of blobs is what the host asks for; queues and tables are the task hub's.
var roles = {
  blobs: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queues: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource deployments 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'deployments'
  properties: { publicAccess: 'None' }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, principalId, role.value)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

output accountName string = account.name
output accountId string = account.id
output deploymentContainer string = '${account.properties.primaryEndpoints.blob}${deployments.name}'
