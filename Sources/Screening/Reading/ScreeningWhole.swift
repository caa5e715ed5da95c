/// A screening with everything a workspace that takes part sees of it.
package struct ScreeningWhole: Sendable {
    package var screening: ScreeningCase
    /// Nil where the subject is no longer shown.
    package var title: String?
    package var parties: [ScreeningParty]
    /// By day.
    package var moments: [ScreeningMoment]
    /// Everybody who was asked, by any of the sides; names where whoever reads sees them.
    package var contributors: [ScreeningContributor]
    /// All that was handed in, in order.
    package let answers: [ScreeningAnswer]
    package var risks: [ScreeningRisk]
    package var states: [RiskState]
    /// The questions of each moment.
    package var editions: [MomentID: ScreeningEdition]
    private let byPlace: [Place: [ScreeningAnswer]]

    private struct Place: Hashable {
        var moment: MomentID
        var side: ScreeningSide.Key
        var question: String
    }

    init(
        screening: ScreeningCase, title: String?, parties: [ScreeningParty], moments: [ScreeningMoment],
        contributors: [ScreeningContributor], answers: [ScreeningAnswer], risks: [ScreeningRisk], states: [RiskState],
        editions: [MomentID: ScreeningEdition]
    ) {
        self.screening = screening
        self.title = title
        self.parties = parties
        self.moments = moments
        self.contributors = contributors
        self.answers = answers
        self.risks = risks
        self.states = states
        self.editions = editions
        byPlace = Dictionary(grouping: answers) { Place(moment: $0.moment, side: $0.side, question: $0.question) }
    }

    /// Everybody who answers, workspaces first: those that take part whether they said anything or not, those that left and contributors
    /// where they did.
    package var sides: [ScreeningSide] {
        let workspaces = parties.filter { party in
            party.standing == .takesPart || answers.contains { $0.side.workspace == party.workspace }
        }
        return workspaces.map { ScreeningSide(key: .init($0.workspace), workspaceName: $0.name) }
            + contributors.compactMap { contributor in
                let key = ScreeningSide.Key(contributor.workspace, contributor: contributor.number)
                guard answers.contains(where: { $0.side == key }),
                    let party = workspaces.first(where: { $0.workspace == contributor.workspace })
                else { return nil }
                return ScreeningSide(key: key, workspaceName: party.name, name: contributor.name)
            }
    }

    /// What a side answered at a moment, the latest last; empty where it said nothing.
    package func answers(_ question: String, _ side: ScreeningSide.Key, at moment: MomentID) -> [ScreeningAnswer] {
        byPlace[Place(moment: moment, side: side, question: question)] ?? []
    }

    package func hasAnswered(_ side: ScreeningSide.Key, at moment: MomentID) -> Bool {
        answers.contains { $0.moment == moment && $0.side == side }
    }

    /// Whether those who answered a question at a moment say different things.
    package func differs(_ question: String, at moment: MomentID) -> Bool {
        Set(sides.compactMap { answers(question, $0.key, at: moment).last?.reply }).count > 1
    }

    /// Questions of any moment, in the order of their editions: a question that was dropped later stays where it stood.
    package var questions: [(section: ScreeningSection, question: ScreeningQuestion)] {
        var found: [(section: ScreeningSection, question: ScreeningQuestion)] = []
        for edition in moments.compactMap({ editions[$0.id] }) {
            for section in edition.sections {
                for question in section.questions where !found.contains(where: { $0.question.key == question.key }) {
                    let place = found.lastIndex { $0.section.key == section.key }.map { $0 + 1 } ?? found.count
                    found.insert((section, question), at: place)
                }
            }
        }
        return found
    }
}

/// One line of a workspace's list.
package struct ScreeningEntry: Hashable, Sendable {
    package var screening: ScreeningCase
    package var title: String?
    package var parties: [ScreeningParty]
    package var state: ScreeningState
}

/// How a screening stands, in a line.
package struct ScreeningState: Hashable, Sendable {
    /// The latest moment at which the workspace itself, or anybody it sees, handed something in.
    package var last: ScreeningMoment?
    /// The next moment whose day is not over, or the first that is over and that the workspace did not answer.
    package var next: ScreeningMoment?
    /// The day of `next` is over.
    package var isLate: Bool
    package var risksOpen: Int
    package var risksOverdue: Int
}
