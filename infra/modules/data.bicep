// What the authority holds: subjects, evidence, certificates, and the public files.
//
// One account for private and public, and not two: the app opens one account, a certificate goes from "issued" to "public"
// without a second set of credentials and retries, and a reader at /public/... of the account sees the same names as at the
// app. The price is that allowBlobPublicAccess must be on; what keeps the other containers private is that each says so
// here, that account keys are off, and that the deployment asks for a private container without a token and must be refused.
param name string
param location string
param tags object

@allowed(['Standard_ZRS', 'Standard_GZRS'])
param redundancy string

@description('The app\'s identity.')
param principalId string

param workspaceId string

// As StorageNames in src/Certification.Storage: a test compares them.
var privateContainers = ['staging', 'evidence', 'dossiers', 'issued', 'workflows', 'log']
var tables = ['subjects', 'pending', 'indexes', 'numbers', 'settings', 'workflows', 'orchestrations']

// Contributor of blobs includes user delegation keys, with which upload URLs are signed.
var roles = {
  blobs: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: true
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Applicants upload evidence straight to it, from anywhere.
    publicNetworkAccess: 'Enabled'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    // What is sealed is never changed by the app; whoever does it otherwise can be undone for a month.
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

resource private 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in privateContainers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

// Blob: whoever knows an address reads it; nobody lists the container.
resource public 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'public'
  properties: { publicAccess: 'Blob' }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for table in tables: {
    parent: tableService
    name: table
  }
]

// Uploads that were never sealed go away by themselves, and so do the versions that copies leave.
resource cleaning 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'staging'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['staging/'] }
            actions: {
              baseBlob: { delete: { daysAfterModificationGreaterThan: 14 } }
              version: { delete: { daysAfterCreationGreaterThan: 14 } }
            }
          }
        }
      ]
    }
  }
}

// Who wrote which blob, and when: the alert about a status list that grows old reads it.
resource writes 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'writes'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
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
output blobHost string = replace(replace(account.properties.primaryEndpoints.blob, 'https://', ''), '/', '')
