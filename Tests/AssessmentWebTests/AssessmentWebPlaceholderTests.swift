import Testing

@testable import AssessmentWeb
