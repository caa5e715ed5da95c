package import Corpus
package import Domain
import FoundationEssentials
package import People
package import Reference
package import Store

/// The record as one process holds it: the store, migrated, and the Corpus, opened from its file or made anew.
package struct OpenRecord: Sendable {
    package let database: any Database
    package let reference: ReferenceFacts
    package let corpus: Corpus
    package let feed: CorpusFeed
    /// Why the saved Corpus was not taken; nil where it was. It is then built again, which takes a while.
    package let rebuilding: CorpusError?
    /// Nil where another process writes the Corpus file: this one then only reads.
    private let lock: CorpusLock?
    private let corpusPath: String
    private let vocabulary: LazyVocabulary
    private let stamp: CorpusStamp

    /// The data folder.
    package let folder: String

    package var library: Library {
        Library(database: database, corpus: corpus, reference: reference, feed: feed, vocabulary: vocabulary)
    }
    package let issues: Issues
    package let accounts: Accounts
    package var desk: Desk { Desk(database: database, reference: reference, folder: folder, clock: .system) }
    package var ownsCorpus: Bool { lock != nil }

    /// The file of the Corpus in the data folder.
    package static let corpusName = "corpus.bin"

    /// Opens everything in `folder`. `randomHex` gives 32 hexadecimal digits for a store that has no name yet.
    package static func open(
        database: any Database, folder: String, reference: ReferenceFacts, clock: Clock, randomHex: String
    ) async throws(StoreError) -> OpenRecord {
        try await Migrator().migrate(database, at: clock.instant)
        let identity = try await StoreIdentity.establish(database, proposed: randomHex, at: clock.instant)
        let stamp = CorpusStamp(store: identity.id, generation: Int64(identity.restoreGeneration))
        let path = folder + "/" + corpusName
        let lock = try? CorpusLock(folder + "/corpus.lock")
        // Missing, older, damaged, of another store: the Corpus is derived, so it is built again from the change log.
        let logEnd = try await database.read { try ChangeLog.position($0) }
        var corpus = Corpus()
        var rebuilding: CorpusError?
        do throws(CorpusError) {
            let saved = try Corpus.open(path, stamp: stamp)
            guard saved.position <= logEnd else { throw .otherStore(path: path) }
            corpus = saved
        } catch {
            rebuilding = error
        }
        return OpenRecord(
            database: database, reference: reference.addingSynonyms(from: folder), corpus: corpus,
            rebuilding: rebuilding, lock: lock,
            corpusPath: path, folder: folder, stamp: stamp)
    }

    private init(
        database: any Database, reference: ReferenceFacts, corpus: Corpus, rebuilding: CorpusError?, lock: CorpusLock?,
        corpusPath: String, folder: String, stamp: CorpusStamp
    ) {
        self.database = database
        self.reference = reference
        vocabulary = LazyVocabulary(reference)
        self.corpus = corpus
        self.rebuilding = rebuilding
        feed = CorpusFeed(database: database, corpus: corpus, reference: reference)
        issues = Issues(
            database: database,
            library: Library(
                database: database, corpus: corpus, reference: reference, feed: feed, vocabulary: vocabulary),
            reference: reference, clock: .system)
        accounts = Accounts(database: database, clock: .system, keyFile: folder + "/" + Accounts.keyName)
        self.lock = lock
        self.corpusPath = corpusPath
        self.folder = folder
        self.stamp = stamp
    }

    /// How many entries of the change log the Corpus has not read yet.
    package func lag() async throws(StoreError) -> Int {
        let end = try await database.read { try ChangeLog.position($0) }
        return max(0, Int(end - corpus.position))
    }

    /// Writes the Corpus to its file, where this process may.
    package func saveCorpus() throws(CorpusError) {
        guard lock != nil else { return }
        try corpus.save(to: corpusPath, stamp: stamp)
    }
}
