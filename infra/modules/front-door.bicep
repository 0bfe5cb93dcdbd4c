// The front door itself, before the app: the app lets in what carries this one's id.
param name string
param tags object

resource profile 'Microsoft.Cdn/profiles@2024-02-01' = {
  name: name
  location: 'global'
  tags: tags
  sku: { name: 'Standard_AzureFrontDoor' }
  // Server-sent events may be silent for a while between heartbeats.
  properties: { originResponseTimeoutSeconds: 240 }
}

output name string = profile.name
output id string = profile.properties.frontDoorId
