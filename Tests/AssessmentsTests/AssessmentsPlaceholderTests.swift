import Testing

@testable import Assessments
