package import Domain

/// How what a side says changed from one moment to the next. No order of better and worse: only what was said.
package enum AnswerChange: Hashable, Sendable {
    /// Asked for the first time, or never answered before.
    case first
    case same
    /// The reply is the same; the reason is another.
    case otherReason
    case changed(from: ScreeningReply)
    /// It was answered before and is not this time.
    case silent
    /// Not answered, neither before nor now.
    case never
    /// The question was not asked at this moment.
    case notAsked
}

/// One question over all moments, side by side.
package struct ComparedQuestion: Sendable {
    package struct Cell: Sendable {
        package var moment: MomentID
        package var answer: ScreeningAnswer?
        /// How many times it was corrected after it was handed in.
        package var corrections: Int
        package var change: AnswerChange
    }

    package var section: ScreeningSection
    package var question: ScreeningQuestion
    package var rows: [(side: ScreeningSide, cells: [Cell])]
}

/// How a risk stood at a moment of screening: at the end of that day.
package struct RiskAtMoment: Sendable {
    package var risk: ScreeningRisk
    /// Nil: it was not raised yet.
    package var state: RiskState?
}

extension ScreeningWhole {
    /// Every question, and what each side said at each moment.
    package var comparison: [ComparedQuestion] {
        let sides = sides
        return questions.map { section, question in
            ComparedQuestion(
                section: section, question: question,
                rows: sides.map { side in (side, cells(question.key, side.key)) })
        }
    }

    private func cells(_ question: String, _ side: ScreeningSide.Key) -> [ComparedQuestion.Cell] {
        var before: ScreeningAnswer?
        return moments.map { moment in
            let given = answers(question, side, at: moment.id)
            let isAsked = editions[moment.id]?.question(question) != nil
            let cell = ComparedQuestion.Cell(
                moment: moment.id, answer: given.last, corrections: max(0, given.count - 1),
                change: Self.change(from: before, to: given.last, isAsked: isAsked))
            before = given.last ?? before
            return cell
        }
    }

    private static func change(
        from before: ScreeningAnswer?, to now: ScreeningAnswer?, isAsked: Bool
    ) -> AnswerChange {
        guard let now else { return isAsked ? (before == nil ? .never : .silent) : .notAsked }
        guard let before else { return .first }
        if before.reply != now.reply { return .changed(from: before.reply) }
        return before.reason == now.reason ? .same : .otherReason
    }

    /// The same with those moments alone that have come, or at which somebody answered already.
    package func held(by today: CalendarDate?) -> ScreeningWhole {
        var held = self
        held.moments = moments.filter { moment in
            today.map { moment.day <= $0 } ?? true || answers.contains { $0.moment == moment.id }
        }
        return held
    }

    /// Every risk with how it stood on the day of a moment: everything of that day counts, and from the moment on at which a risk was
    /// raised it stands, even if it was written down later.
    package func risks(at moment: ScreeningMoment) -> [RiskAtMoment] {
        let day = moment.day.description
        return risks.map { risk in
            let own = states.filter { $0.risk == risk.id }
            let then = own.last { String($0.at.prefix(10)) <= day }
            let isThere = moments.first { $0.id == risk.moment }.map { $0.day <= moment.day } ?? false
            return RiskAtMoment(risk: risk, state: then ?? (isThere ? own.first : nil))
        }
    }
}
