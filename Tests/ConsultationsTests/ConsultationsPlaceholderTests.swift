import Testing

@testable import Consultations
