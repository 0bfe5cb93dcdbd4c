// The keys that sign. Private keys are made in the vault and stay there; the root is not here but offline.
param name string
param location string
param tags object

@allowed(['standard', 'premium'])
param sku string

@description('The app\'s identity, which signs.')
param signer string

param workspaceId string

// As ServiceKind in src/Certification.Signing: a test compares them.
var uses = ['issuing', 'status', 'statement', 'federation', 'log']
var cryptoUser = '12338af0-0e69-4776-bea7-57ae8d297424'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: sku }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

// Deploying again leaves a key that is there as it is: a new version is an act of people (README.md, rotation).
resource keys 'Microsoft.KeyVault/vaults/keys@2024-11-01' = [
  for use in uses: {
    parent: vault
    name: use
    tags: tags
    properties: {
      kty: sku == 'premium' ? 'EC-HSM' : 'EC'
      curveName: 'P-256'
      keyOps: ['sign', 'verify']
      attributes: { enabled: true, exportable: false }
    }
  }
]

// On each key and not on the vault: a key that somebody adds later is nobody's until a role says whose.
resource signs 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (use, index) in uses: {
    name: guid(vault.id, use, signer, cryptoUser)
    scope: keys[index]
    properties: {
      principalId: signer
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cryptoUser)
    }
  }
]

// Every signature leaves a line: what was issued can be counted against it.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output name string = vault.name
output url string = 'https://${vault.name}${environment().suffixes.keyvaultDns}'
