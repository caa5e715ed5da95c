import Corpus
package import Logging
import ServiceLifecycle

/// Keeps the Corpus in step while the server runs, and saves it now and then and at the end.
package struct FeedService: Service {
    private let record: OpenRecord
    private let logger: Logger
    private let savedEvery: Duration

    package init(record: OpenRecord, logger: Logger, savedEvery: Duration = .seconds(300)) {
        self.record = record
        self.logger = logger
        self.savedEvery = savedEvery
    }

    package func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await cancelWhenGracefulShutdown { await follow() } }
            group.addTask { await cancelWhenGracefulShutdown { await saveNowAndThen() } }
            await group.waitForAll()
        }
        save()
    }

    /// The store may be away for a while: the feed waits and reads on from where it was.
    private func follow() async {
        while !Task.isCancelled {
            do {
                try await record.feed.follow()
                return
            } catch {
                logger.warning("The feed cannot read the change log", metadata: ["reason": "\(error)"])
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    private func saveNowAndThen() async {
        var saved = record.corpus.position
        while !Task.isCancelled {
            try? await Task.sleep(for: savedEvery)
            let position = record.corpus.position
            guard !Task.isCancelled, position != saved else { continue }
            save()
            saved = position
        }
    }

    private func save() {
        do {
            try record.saveCorpus()
        } catch {
            logger.error(
                "The index could not be saved; it will be built again at the next start",
                metadata: ["reason": "\(error)"])
        }
    }
}

extension FeedService: CustomStringConvertible {
    /// For the log of services: its name alone.
    package var description: String { "FeedService" }
}
