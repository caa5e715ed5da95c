import Testing

@testable import SubmissionWeb
