using '../main.bicep'

// A small authority: keys in software, and nothing that costs while nobody asks.
param authorityCode = 'XB'
param authorityName = 'Authority of Beispielland'
param issuer = 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0'
param audience = 'api://certification-xb'
param alertAddress = 'operators@xb.example'
