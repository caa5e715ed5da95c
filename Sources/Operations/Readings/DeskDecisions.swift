package import Domain

extension Desk {
    /// Takes items into the record (of a communication: marks them as settled).
    package func accept(
        _ id: ReadingID, _ selection: ItemSelection, by caller: Caller
    ) async throws(DeskError) -> Acceptance { throw .notFound }

    /// Sets open items aside; they can be reopened.
    package func drop(
        _ id: ReadingID, _ items: [ReadingItemID: Int], by caller: Caller
    ) async throws(DeskError) { throw .notFound }

    /// Makes decided items open again. What an accepted one brought stays in the record until it is accepted anew.
    package func reopen(
        _ id: ReadingID, _ items: [ReadingItemID: Int], by caller: Caller
    ) async throws(DeskError) { throw .notFound }

    /// Corrects what was read. The item's number, page and lines stay; one that was accepted is open again. Returns the item as it
    /// stands then.
    package func edit(
        _ item: ReadingItemID, version: Int, to finding: Finding, by caller: Caller
    ) async throws(DeskError) -> ReadingItem { throw .notFound }

    /// Makes several of one, 2...`splitMax`, in order; the first keeps the item's id.
    package func split(
        _ item: ReadingItemID, version: Int, into findings: [Finding], by caller: Caller
    ) async throws(DeskError) -> [ReadingItem] { throw .notFound }

    /// Makes one of several of one reading: texts joined in document order, States together, the first one's paragraph.
    package func merge(
        _ items: [ReadingItemID: Int], by caller: Caller
    ) async throws(DeskError) -> ReadingItem { throw .notFound }

    /// Corrects what the first page says. A changed kind, State, language or symbol has the file's text read anew.
    package func correct(
        _ id: ReadingID, version: Int, _ facts: DocumentFacts, by caller: Caller
    ) async throws(DeskError) -> Reading { throw .notFound }
}
