// The Azure Bot that connects NewsBot to Teams: a single-tenant app registration, or a user-assigned managed identity.
// It makes no app registration (that is not an Azure resource) and no host: NewsBot runs where you run it.

@description('Name of the bot resource, unique within Azure Bot Service.')
@minLength(4)
@maxLength(42)
param botName string

@description('Name that people see.')
param displayName string = 'NewsBot'

@description('The public HTTPS address of NewsBot, without a path, such as https://newsbot.newsroom.example.com.')
param publicUrl string

@description('SingleTenant: an app registration with a secret or certificate. UserAssignedMsi: a managed identity, made here, without any secret.')
@allowed([
  'SingleTenant'
  'UserAssignedMsi'
])
param appType string = 'UserAssignedMsi'

@description('SingleTenant only: application (client) id of the app registration.')
param appId string = ''

@description('The tenant of the app registration or identity.')
param tenantId string = subscription().tenantId

@description('Region of the managed identity. The bot itself is global.')
param location string = resourceGroup().location

@description('F0 is free, with limits; S1 has none. Teams is a standard channel: its messages cost nothing in either.')
@allowed([
  'F0'
  'S1'
])
param sku string = 'F0'

var usesIdentity = appType == 'UserAssignedMsi'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = if (usesIdentity) {
  name: '${botName}-identity'
  location: location
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    endpoint: '${publicUrl}/api/messages'
    msaAppType: appType
    msaAppId: usesIdentity ? identity!.properties.clientId : appId
    msaAppTenantId: tenantId
    msaAppMSIResourceId: usesIdentity ? identity.id : null
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      enableCalling: false
    }
  }
}

@description('Set this as Teams:AppId, and as botId in the app manifest.')
output appId string = usesIdentity ? identity!.properties.clientId : appId

@description('Set this as Teams:TenantId.')
output tenantId string = tenantId

@description('With a managed identity: attach it to the machine that NewsBot runs on.')
output identityResourceId string = usesIdentity ? identity.id : ''
