package import Domain
import Store

/// Tags of recommendations: what a model suggests, and what people decide.
///
/// A suggestion is no tag. What a coordinator confirms or adds enters the record under her name and outranks sources; what she
/// rejects is not suggested again, and where a source says it, it is shown as disputed and does not count. Every decision is in the
/// audit log, and can be taken back.
package struct Tags: Sendable {
    let database: any Database
    let library: Library
    package let advice: TagAdvice
    let clock: Clock
    let ids: IDAllocator

    package init(library: Library, advice: TagAdvice, clock: Clock = .system) {
        database = library.database
        self.library = library
        self.advice = advice
        self.clock = clock
        ids = IDAllocator(library.database)
    }

    /// Decisions in one step.
    package static let decisionsMax = 1_000
    static let codeCharactersMax = 200

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(OperationError) -> T {
        do throws(StoreError) { return try await database.read(body) } catch { throw OperationError(error) }
    }
}

/// A tag that somebody decides on, and the last decision on it that she has seen.
package struct TagChoice: Sendable, Hashable {
    package var recommendation: RecommendationID
    package var kind: TagKind
    package var code: String
    package var seen: TagDecisionID?

    package init(_ recommendation: RecommendationID, _ kind: TagKind, _ code: String, seen: TagDecisionID?) {
        self.recommendation = recommendation
        self.kind = kind
        self.code = code
        self.seen = seen
    }
}

/// What became of decisions made in one step.
package struct TagOutcome: Sendable, Hashable {
    package var decided = 0
    /// The same had been decided before.
    package var unchanged = 0
    /// Somebody decided meanwhile, or the record is gone: left as it is.
    package var overtaken = 0
    /// What takes them back together; nil where nothing was decided.
    package var batch: TagDecisionID?
}

/// Why nothing was decided.
package enum TagError: Error, Hashable, Sendable {
    case notFound
    /// Only coordinators decide.
    case forbidden
    /// Somebody else decided on this tag meanwhile.
    case stale
    case invalid(field: String, allowed: String)
    case store(String)

    init(_ error: StoreError) {
        if case .abandoned(let own as TagError) = error { self = own } else { self = .store(error.description) }
    }
}
