import Testing

@testable import PublicFaceWeb
