/// What a moment of screening comes to, for a page of sentences: reasons, and no figure that could be taken for a score.
package struct ScreeningFindings: Sendable {
    /// What one side says to one question, and why.
    package struct Saying: Sendable {
        package var side: ScreeningSide
        package var answer: ScreeningAnswer
    }

    package struct Matter: Sendable {
        package var section: ScreeningSection
        package var question: ScreeningQuestion
        package var sayings: [Saying]
    }

    package var moment: ScreeningMoment
    /// Answers of sides are not the same.
    package var differing: [Matter]
    /// Somebody's answer speaks of a risk, and there is no difference.
    package var worrying: [Matter]
    /// Answered, without difference and without a risk.
    package var rest: [Matter]
    /// Questions to which nobody answered.
    package var unanswered: [(section: ScreeningSection, question: ScreeningQuestion)]
    /// Workspaces that take part and handed in nothing.
    package var silent: [ScreeningSide]
    /// Answers that speak of a risk which is no follow-up item yet.
    package var suggested: [Matter]

    /// Every matter that was answered, in the order of the questions.
    package var all: [Matter] { differing + worrying + rest }
}

extension ScreeningWhole {
    /// Sorts what was said at one moment.
    package func findings(at moment: ScreeningMoment) -> ScreeningFindings {
        var findings = ScreeningFindings(
            moment: moment, differing: [], worrying: [], rest: [], unanswered: [], silent: [], suggested: [])
        let sides = sides
        findings.silent = sides.filter { $0.key.contributor == nil && !hasAnswered($0.key, at: moment.id) }
        let followed = Set(risks.filter { $0.status != .closed || $0.moment == moment.id }.compactMap(\.question))
        for section in editions[moment.id]?.sections ?? [] {
            for question in section.questions {
                let sayings = sides.compactMap { side in
                    answers(question.key, side.key, at: moment.id).last.map {
                        ScreeningFindings.Saying(side: side, answer: $0)
                    }
                }
                guard !sayings.isEmpty else {
                    findings.unanswered.append((section, question))
                    continue
                }
                let matter = ScreeningFindings.Matter(section: section, question: question, sayings: sayings)
                let isWorrying = sayings.contains { question.risks.contains($0.answer.reply) }
                if Set(sayings.map(\.answer.reply)).count > 1 {
                    findings.differing.append(matter)
                } else if isWorrying {
                    findings.worrying.append(matter)
                } else {
                    findings.rest.append(matter)
                }
                if isWorrying, !followed.contains(question.key) { findings.suggested.append(matter) }
            }
        }
        return findings
    }

    /// The moment that says most now: the latest at which anybody answered.
    package var latest: ScreeningMoment? {
        moments.last { moment in answers.contains { $0.moment == moment.id } }
    }
}
