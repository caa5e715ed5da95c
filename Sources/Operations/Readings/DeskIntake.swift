package import Documents
package import Domain

extension Desk {
    /// Takes a file in. It is read in the background, in the order of arrival.
    package func receive(
        _ name: String, _ bytes: [UInt8], _ options: DocumentReader.Options = .init(), by caller: Caller
    ) async throws(DeskError) -> Received { throw .notFound }

    /// Newest first, at most 500.
    package func list(for caller: Caller) async throws(DeskError) -> [Reading] { throw .notFound }

    package func reading(_ id: ReadingID, for caller: Caller) async throws(DeskError) -> ReadingPage { throw .notFound }

    /// The document's text, as it was read. Forbidden for a communication to all but coordinators.
    package func text(of id: ReadingID, for caller: Caller) async throws(DeskError) -> DocumentText { throw .notFound }

    /// A page of a PDF as PNG, 110 dots an inch; page from 1.
    package func picture(of id: ReadingID, page: Int, for caller: Caller) async throws(DeskError) -> [UInt8] {
        throw .notFound
    }

    /// The names a communication's reader took out. Told to the audit log.
    package func unseal(_ id: ReadingID, by caller: Caller) async throws(DeskError) -> [String] { throw .notFound }

    /// Has a file read again: after a failure, or with other options. Open items are replaced, decided ones stay.
    package func readAgain(
        _ id: ReadingID, _ options: DocumentReader.Options, by caller: Caller
    ) async throws(DeskError) { throw .notFound }

    /// Takes a reading of which nothing was accepted off the desk, file and all. Coordinators only.
    package func remove(_ id: ReadingID, by caller: Caller) async throws(DeskError) { throw .notFound }
}
