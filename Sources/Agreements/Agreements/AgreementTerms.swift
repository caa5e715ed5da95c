package import Domain

/// What an agreement says, as it is written and as it stands in a version.
package struct AgreementTerms: Hashable, Sendable {
    package var title = ""
    package var purpose = ""
    package var language = LanguageTag.english
    package var starts: CalendarDate?
    package var ends: CalendarDate?
    /// How a party gets out.
    package var exitNote = ""
    /// Days between a party's notice and the end.
    package var noticeDays = 90
    /// All parties, the writer included, in the order in which they are named.
    package var parties: [WorkspaceID] = []
    package var contributions: [Contribution] = []
    package var benchmarks: [Benchmark] = []
    package var reviewDays: [CalendarDate] = []
    package var conditions: [AttachedCondition] = []

    package init() {}
}

/// Who gives what to whom by when. Without an amount: in kind.
package struct Contribution: Hashable, Sendable {
    /// Names it through all versions; 0: new.
    package var line: Int
    package var giver: WorkspaceID
    /// Nil: all the others together, or not said.
    package var receiver: WorkspaceID?
    package var kind: HelpKind
    package var what: String
    package var money: Money?
    package var due: CalendarDate?

    package init(
        line: Int = 0, giver: WorkspaceID, receiver: WorkspaceID? = nil, kind: HelpKind, what: String,
        money: Money? = nil, due: CalendarDate? = nil
    ) {
        self.line = line
        self.giver = giver
        self.receiver = receiver
        self.kind = kind
        self.what = what
        self.money = money
        self.due = due
    }
}

/// What is to be reached, and by what it is told.
package struct Benchmark: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case process, result }

    /// Names it through all versions; 0: new.
    package var line: Int
    package var kind: Kind
    package var what: String
    package var measure: String
    package var baseline: String
    package var target: String
    package var due: CalendarDate

    package init(
        line: Int = 0, kind: Kind, what: String, measure: String = "", baseline: String = "", target: String = "",
        due: CalendarDate
    ) {
        self.line = line
        self.kind = kind
        self.what = what
        self.measure = measure
        self.baseline = baseline
        self.target = target
        self.due = due
    }
}

/// A condition that comes with the help: what it is, and who decides whether it is kept.
package struct AttachedCondition: Hashable, Sendable {
    /// Names it through all versions; 0: new.
    package var line: Int
    package var condition: Condition
    /// Who attached it; nil: not said.
    package var by: WorkspaceID?
    package var what: String
    package var decidedBy: String

    package init(
        line: Int = 0, condition: Condition, by: WorkspaceID? = nil, what: String, decidedBy: String = ""
    ) {
        self.line = line
        self.condition = condition
        self.by = by
        self.what = what
        self.decidedBy = decidedBy
    }
}
