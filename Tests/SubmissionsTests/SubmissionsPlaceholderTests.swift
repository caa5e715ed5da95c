import Testing

@testable import Submissions
