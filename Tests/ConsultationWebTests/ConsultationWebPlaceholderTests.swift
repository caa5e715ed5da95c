import Testing

@testable import ConsultationWeb
