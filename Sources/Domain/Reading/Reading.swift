/// A document on the desk: received, read, and decided on finding by finding.
package struct Reading: Hashable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        /// Received, not read yet.
        case waiting
        case reading
        /// Read; findings are open.
        case open
        /// It could not be read: see `failure`.
        case failed
        /// Every finding is decided on.
        case done
    }

    package var id: ReadingID
    /// The file's name without folder. For a communication, once it is known as one, a number instead of the name.
    package var name: String
    package var sizeBytes: Int
    package var status: Status
    /// Nil until it was read.
    package var facts: DocumentFacts?
    /// Counts corrections of the facts, for optimistic locking.
    package var factsVersion: Int
    /// A communication: seen by signed-in people alone, names sealed, never in the record.
    package var isRestricted: Bool
    /// Why it could not be read.
    package var failure: ReadingFailure?
    /// Fixed-width UTC instants.
    package var received: String
    package var receivedBy: String
    package var read: String?
    package var counts: Counts

    package struct Counts: Hashable, Sendable {
        package var open = 0
        /// Of the open ones.
        package var doubtful = 0
        package var accepted = 0
        package var dropped = 0

        package init(open: Int = 0, doubtful: Int = 0, accepted: Int = 0, dropped: Int = 0) {
            self.open = open
            self.doubtful = doubtful
            self.accepted = accepted
            self.dropped = dropped
        }
    }

    package init(
        id: ReadingID, name: String, sizeBytes: Int, status: Status, facts: DocumentFacts? = nil,
        factsVersion: Int = 1, isRestricted: Bool = false, failure: ReadingFailure? = nil, received: String,
        receivedBy: String, read: String? = nil, counts: Counts = Counts()
    ) {
        self.id = id
        self.name = name
        self.sizeBytes = sizeBytes
        self.status = status
        self.facts = facts
        self.factsVersion = factsVersion
        self.isRestricted = isRestricted
        self.failure = failure
        self.received = received
        self.receivedBy = receivedBy
        self.read = read
        self.counts = counts
    }
}

package typealias ReadingID = ID<Reading>
package typealias ReadingItemID = ID<ReadingItem>

/// A finding on the desk: as it was read, as it stands now, and what was decided.
package struct ReadingItem: Hashable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case open, accepted, dropped
    }

    package var id: ReadingItemID
    package var reading: ReadingID
    /// As it was read; nil for one that a person made by splitting another.
    package var original: Finding?
    /// With the corrections people made.
    package var current: Finding
    package var status: Status
    /// From 1; every change counts it on.
    package var version: Int
    package var decidedBy: String?
    package var decidedAt: String?
    /// The item it was merged into; it then is `dropped`.
    package var mergedInto: ReadingItemID?
    /// The recommendation it became part of, once accepted. Nil for a statement that waits for its report.
    package var recommendation: RecommendationID?

    package var isCorrected: Bool { original != current }

    package init(
        id: ReadingItemID, reading: ReadingID, original: Finding?, current: Finding, status: Status = .open,
        version: Int = 1, decidedBy: String? = nil, decidedAt: String? = nil, mergedInto: ReadingItemID? = nil,
        recommendation: RecommendationID? = nil
    ) {
        self.id = id
        self.reading = reading
        self.original = original
        self.current = current
        self.status = status
        self.version = version
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.mergedInto = mergedInto
        self.recommendation = recommendation
    }
}
