package import Domain

/// A meeting of the mechanism: agenda, minutes, decisions.
package struct Meeting: Hashable, Sendable {
    package var id: MeetingID
    package var workspace: WorkspaceID
    package var title: String
    package var day: CalendarDate
    /// When it begins, as people write it: `10:00`; empty where nobody said.
    package var begins: String
    package var room: String
    package var status: MeetingStatus
    /// Who was there.
    package var present: String
    /// What belongs to no item.
    package var minutes: String
    package var version: Int

    package init(
        id: MeetingID, workspace: WorkspaceID, title: String, day: CalendarDate, begins: String = "", room: String = "",
        status: MeetingStatus = .planned, present: String = "", minutes: String = "", version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.title = title
        self.day = day
        self.begins = begins
        self.room = room
        self.status = status
        self.present = present
        self.minutes = minutes
        self.version = version
    }

    package var subject: Subject { Subject(.meeting, id.value) }
}

package typealias MeetingID = ID<Meeting>

package enum MeetingStatus: String, Sendable, CaseIterable {
    case planned, held, cancelled
}

/// One item of an agenda, in the order of `place`.
package struct AgendaItem: Hashable, Sendable {
    package var id: AgendaItemID
    package var meeting: MeetingID
    package var place: Int
    package var title: String
    package var note: String
    /// What was said.
    package var minutes: String
    /// What it is about: a round, an action, a deadline.
    package var about: Subject?
    package var isWithdrawn: Bool
    package var version: Int

    package var subject: Subject { Subject(.meetingItem, id.value) }
}

package typealias AgendaItemID = ID<AgendaItem>

/// An item that is to stand on an agenda.
package struct AgendaDraft: Hashable, Sendable {
    package var title: String
    package var note: String
    package var about: Subject?

    package init(title: String, note: String = "", about: Subject? = nil) {
        self.title = title
        self.note = note
        self.about = about
    }
}

/// What a meeting decided. With an institution and a date it is an assignment; with a commitment, one of the plan.
package struct Decision: Hashable, Sendable {
    package var id: DecisionID
    package var meeting: MeetingID
    package var item: AgendaItemID?
    package var text: String
    package var institution: InstitutionID?
    package var due: CalendarDate?
    package var commitment: CommitmentID?
    /// The action that was made of it.
    package var action: ActionID?
    package var isWithdrawn: Bool
    package var version: Int

    package var subject: Subject { Subject(.decision, id.value) }
}

package typealias DecisionID = ID<Decision>

/// A decision as it is taken.
package struct DecisionDraft: Hashable, Sendable {
    /// What becomes of it in the plan.
    package enum Work: String, Sendable, CaseIterable {
        /// It stands in the minutes.
        case nothing
        /// The institution gets an action of the commitment.
        case action
        /// The institution gets the lead of the commitment, with the date.
        case lead
    }

    package var text: String
    package var item: AgendaItemID?
    package var institution: InstitutionID?
    package var due: CalendarDate?
    package var commitment: CommitmentID?
    package var work: Work

    package init(
        text: String, item: AgendaItemID? = nil, institution: InstitutionID? = nil, due: CalendarDate? = nil,
        commitment: CommitmentID? = nil, work: Work = .nothing
    ) {
        self.text = text
        self.item = item
        self.institution = institution
        self.due = due
        self.commitment = commitment
        self.work = work
    }
}

/// A meeting with its agenda and decisions.
package struct MeetingRecord: Hashable, Sendable {
    package var meeting: Meeting
    /// In order, withdrawn ones left out.
    package var items: [AgendaItem]
    /// In the order they were taken, withdrawn ones left out.
    package var decisions: [Decision]
}
