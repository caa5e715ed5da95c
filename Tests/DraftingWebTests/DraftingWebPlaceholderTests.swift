import Testing

@testable import DraftingWeb
