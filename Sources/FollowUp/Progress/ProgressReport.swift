package import Domain
package import Plans

/// What an institution says it did on one action in one period. Nothing of it counts before it is cleared, and what it says of
/// the action says nothing of the recommendation.
package struct ProgressReport: Hashable, Sendable {
    package var id: ProgressReportID
    package var workspace: WorkspaceID
    package var action: ActionID
    /// Who reports.
    package var institution: InstitutionID
    /// First and last day, `2026-07-01`.
    package var starts: String
    package var ends: String
    package var content: Content
    package var author: String
    /// Fixed-width UTC instant.
    package var made: String
    package var clearance: Clearance
    package var version: Int

    /// What the form asks.
    package struct Content: Hashable, Sendable {
        package static let textCharactersMax = 4_000

        /// What was done.
        package var said: String
        /// What stands in the way; nil: nothing was said.
        package var obstacle: String?
        /// Where the action stands, by this report.
        package var status: ActionStatus
        /// 0...100; nil: not said. Never computed.
        package var percent: Int?

        package init(said: String, obstacle: String? = nil, status: ActionStatus, percent: Int? = nil) {
            self.said = said
            self.obstacle = obstacle
            self.status = status
            self.percent = percent
        }

        package func check() throws(WorkspaceError) {
            var troubles: [WorkspaceError.Trouble] = []
            if said.allSatisfy(\.isWhitespace) { troubles.append(.init("said", "progress.saidNeeded")) }
            if said.count > Self.textCharactersMax { troubles.append(.init("said", "progress.textLength")) }
            if obstacle?.count ?? 0 > Self.textCharactersMax {
                troubles.append(.init("obstacle", "progress.textLength"))
            }
            if let percent, !(0...100).contains(percent) { troubles.append(.init("percent", "progress.percentRange")) }
            if !troubles.isEmpty { throw .invalid(troubles) }
        }
    }

    package init(
        id: ProgressReportID, workspace: WorkspaceID, action: ActionID, institution: InstitutionID, starts: String,
        ends: String, content: Content, author: String, made: String, clearance: Clearance = Clearance(),
        version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.action = action
        self.institution = institution
        self.starts = starts
        self.ends = ends
        self.content = content
        self.author = author
        self.made = made
        self.clearance = clearance
        self.version = version
    }

    package var subject: Subject { Subject(.progress, id.value) }
}

package typealias ProgressReportID = ID<ProgressReport>

/// How often institutions report, and how far a report must be cleared before it counts.
package struct ProgressSetting: Hashable, Sendable {
    package var months: Int
    package var needed: ClearanceStep
    /// 0: nobody has chosen yet.
    package var version: Int

    package init(months: Int = 3, needed: ClearanceStep = .mechanism, version: Int = 0) {
        self.months = months
        self.needed = needed
        self.version = version
    }

    /// The steps at which something counts.
    package var counting: [ClearanceStep] { ClearanceStep.allCases.filter { Clearance(step: $0).counts(needed) } }
}

/// What the State says of implementation: of a whole commitment, or of one of its recommendations. Said with a reason and a date,
/// by somebody; never derived from actions. What was said before stays.
package struct ImplementationStatement: Hashable, Sendable {
    package static let reasonCharactersMax = 4_000

    package var id: ImplementationStatementID
    package var workspace: WorkspaceID
    package var commitment: CommitmentID
    /// Nil: the commitment as a whole.
    package var planned: PlannedRecommendationID?
    package var status: ImplementationStatus
    package var reason: String
    package var stated: CalendarDate
    package var author: String
    package var made: String

    package init(
        id: ImplementationStatementID, workspace: WorkspaceID, commitment: CommitmentID,
        planned: PlannedRecommendationID?, status: ImplementationStatus, reason: String, stated: CalendarDate,
        author: String, made: String
    ) {
        self.id = id
        self.workspace = workspace
        self.commitment = commitment
        self.planned = planned
        self.status = status
        self.reason = reason
        self.stated = stated
        self.author = author
        self.made = made
    }
}

package typealias ImplementationStatementID = ID<ImplementationStatement>
