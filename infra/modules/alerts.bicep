// What somebody must hear of at once. Each alert says in its description what to look at first.
param name string
param location string
param tags object
param address string
param workspaceId string
param insightsId string
param storageIds array

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'certify'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: address, useCommonAlertSchema: true }]
  }
}

resource failedRequests 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-failed-requests'
  location: 'global'
  tags: tags
  properties: {
    description: 'More than ten requests failed in five minutes. Look at failures in Application Insights, by operation.'
    severity: 2
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'failed'
          metricNamespace: 'microsoft.insights/components'
          metricName: 'requests/failed'
          operator: 'GreaterThan'
          threshold: 10
          timeAggregation: 'Count'
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource storageAvailability 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for (id, index) in storageIds: {
    name: '${name}-storage-${index}'
    location: 'global'
    tags: tags
    properties: {
      description: 'Less than 99 % of calls to a storage account were answered. Workflows wait and go on by themselves; look at Azure status.'
      severity: 1
      enabled: true
      scopes: [id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'availability'
            metricNamespace: 'Microsoft.Storage/storageAccounts'
            metricName: 'Availability'
            operator: 'LessThan'
            threshold: 99
            timeAggregation: 'Average'
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

var questions = [
  {
    name: 'failed-orchestrations'
    description: 'A workflow failed: its case stands still until somebody looks. The span names the instance.'
    severity: 1
    frequency: 'PT15M'
    window: 'PT15M'
    lookBack: 'PT15M'
    // A workflow that fails ends its orchestration well, with the failure as its value and an error line in our log. What
    // Durable Functions itself fails shows in its spans and lines.
    query: '''
      union
        (AppRequests | where Name startswith "orchestration:" and Success == false | project TimeGenerated),
        (AppDependencies | where Name startswith "orchestration:" and Success == false | project TimeGenerated),
        (AppTraces | where SeverityLevel >= 3 and tostring(Properties.CategoryName) has_any ("Host.Triggers.DurableTask", "Certification.Functions.Durable") | project TimeGenerated)
    '''
  }
  {
    name: 'status-list-old'
    description: 'No status list was published for 26 hours: verifiers will soon answer "undetermined" for every certificate. Look at refresh-status-lists and at the vault.'
    severity: 1
    frequency: 'PT1H'
    window: 'PT1H'
    lookBack: 'P2D'
    // The account's own log, and not the app's: an app that is dead tells nothing. No row at all is old as well.
    query: '''
      StorageBlobLogs
      | where OperationName == "PutBlob" and StatusText == "Success" and ObjectKey contains "/public/status/"
      | summarize last = max(TimeGenerated)
      | where isnull(last) or last < ago(26h)
    '''
  }
  {
    name: 'signing-refused'
    description: 'The vault refused to sign. Nothing is issued and no status list is refreshed until that is settled.'
    severity: 1
    frequency: 'PT15M'
    window: 'PT15M'
    lookBack: 'PT15M'
    query: '''
      AzureDiagnostics
      | where ResourceProvider == "MICROSOFT.KEYVAULT" and OperationName == "KeySign" and ResultType != "Success"
    '''
  }
]

resource asked 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for question in questions: {
    name: '${name}-${question.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${name}: ${question.name}'
      description: question.description
      severity: question.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: question.frequency
      windowSize: question.window
      overrideQueryTimeRange: question.lookBack
      // A column that no table has yet, before the first telemetry, is no reason to refuse the rule.
      skipQueryValidation: true
      criteria: {
        allOf: [
          { query: question.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }
        ]
      }
      actions: { actionGroups: [people.id] }
      autoMitigate: true
    }
  }
]
