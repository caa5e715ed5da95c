package enum TagKind: String, Sendable, CaseIterable {
    /// What it is about.
    case theme
    /// Whom it concerns.
    case person
    /// A goal (`16`) or target (`16.3`) of the 2030 Agenda.
    case sdg
    /// A norm: instrument and article (`ICCPR 14`).
    case norm
    /// The kind of action asked for, `1` to `5`.
    case action
}

/// A tag and where it came from.
package struct Tag: Hashable, Sendable {
    package var kind: TagKind
    /// The code in `Reference` where the label is known there, else the label itself.
    package var code: String
    /// As the source wrote it.
    package var label: String
    /// The source that says so, for example `uhri` or `upr-info`.
    package var source: SourceCode
    /// The part it is attached to; nil for the whole.
    package var part: PartID?
    /// For a person's tag her decision; for a source's tag the decision that disputes it.
    package var decision: TagDecision?

    /// A person says that the source is wrong. Such a tag is shown, but does not count.
    package var isDisputed: Bool { decision?.verdict == .rejected }

    package init(
        kind: TagKind, code: String, label: String, source: SourceCode, part: PartID? = nil,
        decision: TagDecision? = nil
    ) {
        self.kind = kind
        self.code = code
        self.label = label
        self.source = source
        self.part = part
        self.decision = decision
    }
}

/// The code of a source of records: `uhri`, `upr-info`, `demo`, or the name of a saved column mapping (`table-...`).
package struct SourceCode: Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }
    package static let uhri = SourceCode("uhri")
    package static let uprInfo = SourceCode("upr-info")
    /// A person's decision, made here.
    package static let person = SourceCode("person")
    package static let demonstration = SourceCode("demo")
    /// The edited report of a review.
    package static let unReport = SourceCode("un-report")
    /// Its unedited draft.
    package static let unDraft = SourceCode("un-draft")
    /// The State's answers to a report.
    package static let addendum = SourceCode("addendum")
    /// OHCHR's lists and matrices of a review by theme.
    package static let ohchrList = SourceCode("ohchr-list")
    package static let treatyBody = SourceCode("treaty-body")
    package static let specialProcedure = SourceCode("special-procedure")
    /// Any other document that was read.
    package static let document = SourceCode("document")
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
