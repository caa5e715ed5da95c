import Testing

@testable import WatchWeb
