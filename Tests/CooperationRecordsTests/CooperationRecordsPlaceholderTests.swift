import Testing

@testable import CooperationRecords
