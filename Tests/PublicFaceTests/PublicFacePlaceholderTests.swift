import Testing

@testable import PublicFace
