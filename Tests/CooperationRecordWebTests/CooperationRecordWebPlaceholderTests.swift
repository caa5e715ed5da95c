import Testing

@testable import CooperationRecordWeb
