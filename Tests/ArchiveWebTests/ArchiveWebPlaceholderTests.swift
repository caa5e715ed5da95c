import Testing

@testable import ArchiveWeb
