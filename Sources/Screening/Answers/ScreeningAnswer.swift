package import Domain

/// Who answers: a workspace, or somebody it asked. Columns of a page, never added up.
package struct ScreeningSide: Hashable, Sendable {
    package struct Key: Hashable, Sendable, Comparable {
        package var workspace: WorkspaceID
        /// Nil: the workspace itself.
        package var contributor: Int?

        package init(_ workspace: WorkspaceID, contributor: Int? = nil) {
            self.workspace = workspace
            self.contributor = contributor
        }

        package static func < (left: Self, right: Self) -> Bool {
            (left.workspace.value, left.contributor ?? 0) < (right.workspace.value, right.contributor ?? 0)
        }
    }

    package var key: Key
    /// The workspace's.
    package var workspaceName: String
    /// A contributor's, where whoever reads sees it.
    package var name: String?
}

/// What one side answered to one question at one moment. What was handed in is never changed: a correction is another one.
package struct ScreeningAnswer: Hashable, Sendable {
    package var id: Int64
    package var moment: MomentID
    package var side: ScreeningSide.Key
    package var question: String
    package var reply: ScreeningReply
    package var reason: String
    package var evidence: String
    /// Empty, or an address that begins with `https://`.
    package var link: String
    /// Nil where whoever reads does not see a contributor's name.
    package var saidBy: String?
    /// Fixed-width UTC instant.
    package var at: String
}

/// An answer that is still being written, and that nobody of another side reads.
package struct AnswerDraft: Hashable, Sendable {
    package var question: String
    package var reply: ScreeningReply?
    package var reason: String
    package var evidence: String
    package var link: String

    package init(
        question: String, reply: ScreeningReply? = nil, reason: String = "", evidence: String = "", link: String = ""
    ) {
        self.question = question
        self.reply = reply
        self.reason = reason
        self.evidence = evidence
        self.link = link
    }

    package var isEmpty: Bool { reply == nil && reason.isEmpty && evidence.isEmpty && link.isEmpty }

    func says(_ answer: ScreeningAnswer) -> Bool {
        reply == answer.reply && reason == answer.reason && evidence == answer.evidence && link == answer.link
    }
}

/// Everything one side says at one moment, as that side sees it.
package struct AnswerSheet: Sendable {
    package var screening: ScreeningCase
    /// Nil where the subject is no longer shown.
    package var title: String?
    package var moment: ScreeningMoment
    package var edition: ScreeningEdition
    /// Nil: the workspace's own sheet.
    package var contributor: ScreeningContributor?
    /// By question: what is being written.
    package var drafts: [String: AnswerDraft]
    /// By question, the latest last.
    package var given: [String: [ScreeningAnswer]]
    /// By section, for optimistic locking; 0 where nothing was written.
    package var versions: [String: Int]
    /// Fixed-width UTC instant of the last handing in.
    package var handedIn: String?

    /// What a form begins with: the draft, else what was handed in last.
    package func entry(_ question: String) -> AnswerDraft {
        if let draft = drafts[question] { return draft }
        guard let last = given[question]?.last else { return AnswerDraft(question: question) }
        return AnswerDraft(
            question: question, reply: last.reply, reason: last.reason, evidence: last.evidence, link: last.link)
    }
}
