using '../main.bicep'

param authorityCode = 'XA'
param authorityName = 'Authority of Exampland'
param issuer = 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0'
param audience = 'api://certification-xa'
param alertAddress = 'operators@xa.example'
param vaultSku = 'premium'
param dataRedundancy = 'Standard_GZRS'
param alwaysReady = 1
