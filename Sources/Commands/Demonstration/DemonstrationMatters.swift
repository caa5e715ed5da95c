import Domain
import FollowUp
import People
import Plans

/// Laws, indicators, meetings and letters of the demonstration's workspace.
struct DemonstrationMatters: Sendable {
    let ground: DemonstrationGround

    private var plans: Plans { ground.plans }
    private var keeper: Member { ground.keeper }

    func make() async throws(WorkspaceError) {
        for law in ground.content.laws { try await make(law) }
        for indicator in ground.content.indicators { try await make(indicator) }
        for meeting in ground.content.meetings { try await make(meeting) }
        for letter in ground.content.letters { try await make(letter) }
    }

    private func make(_ law: DemonstrationContent.Law) async throws(WorkspaceError) {
        let links = law.serves.compactMap { ground.commitment($0) }.map { LawLink(kind: .commitment, id: $0.value) }
        let made = try await plans.laws.add(
            LawDraft(
                title: law.title, article: law.article ?? "", summary: law.summary,
                lead: ground.institutions[law.lead], norms: LawNorm.read(law.norms.joined(separator: "\n")),
                links: links), by: keeper)
        for step in law.steps {
            guard let day = ground.monthsAgo(step.monthsAgo) else { continue }
            try await plans.laws.reach(
                ground.value(step.stage), on: day, note: step.note ?? "", source: step.source ?? "", made.id,
                by: keeper)
        }
    }

    private func make(_ indicator: DemonstrationContent.Indicator) async throws(WorkspaceError) {
        let first = ground.today.year - indicator.values.count
        var links = Set(
            indicator.serves.compactMap { ground.commitment($0) }.map {
                IndicatorLink(.commitment, $0.description)
            })
        if let target = indicator.target { links.insert(IndicatorLink(.target, target)) }
        let indicators = Indicators(plans.store)
        let made = try await indicators.add(
            Indicator.Content(
                code: indicator.code, title: indicator.title, kind: ground.value(indicator.kind),
                definition: indicator.definition, unit: indicator.unit, direction: ground.value(indicator.direction),
                baseline: mark(indicator.baseline, first - 1), target: mark(indicator.goal, ground.today.year + 3),
                source: indicator.source, institution: ground.institutions[indicator.institution], links: links),
            by: keeper)
        var series = [(breakdown: Breakdown(), values: indicator.values)]
        series += indicator.breakdowns.map { (Breakdown(sex: $0.sex ?? "", region: $0.region ?? ""), $0.values) }
        for (breakdown, values) in series {
            for (place, value) in values.enumerated() {
                guard let period = ObservationPeriod("\(first + place)") else { continue }
                _ = try await indicators.observe(
                    ObservationDraft(
                        indicator: made.id, period: period, breakdown: breakdown,
                        value: value.flatMap { Quantity($0) }, source: indicator.source), by: keeper)
            }
        }
    }

    private func mark(_ value: String, _ year: Int) -> Indicator.Mark? {
        guard let value = Quantity(value), let period = ObservationPeriod("\(year)") else { return nil }
        return Indicator.Mark(value, at: period)
    }

    private func make(_ meeting: DemonstrationContent.Meeting) async throws(WorkspaceError) {
        guard let day = ground.monthsAgo(meeting.monthsAgo) else { return }
        let meetings = plans.meetings
        var made = try await meetings.add(
            meeting.title, on: day, begins: meeting.begins, room: meeting.room, by: keeper)
        try await meetings.add(
            meeting.items.map { AgendaDraft(title: $0.title, note: $0.note) }, to: made.id, by: keeper)
        let items = try await meetings.find(made.id, keeper).items
        for (var item, words) in zip(items, meeting.items) {
            if !words.minutes.isEmpty {
                item.minutes = words.minutes
                try await meetings.edit(item, by: keeper)
            }
            guard let decision = words.decision else { continue }
            let draft = DecisionDraft(
                text: decision.text, item: item.id, institution: ground.institutions[decision.institution],
                due: ground.monthsAgo(-decision.inMonths), commitment: ground.commitment(decision.commitment),
                work: .action)
            _ = try await meetings.decide(draft, in: made.id, by: keeper)
        }
        made.status = try ground.value(meeting.status)
        made.present = meeting.present
        made.minutes = meeting.minutes
        try await meetings.edit(made, by: keeper)
    }

    private func make(_ letter: DemonstrationContent.Letter) async throws(WorkspaceError) {
        _ = try await plans.letters.add(
            LetterTemplate(
                id: LetterTemplateID(0), workspace: keeper.workspace.id, title: letter.title, subject: letter.subject,
                body: letter.body, language: .english, matter: ground.value(letter.matter)), by: keeper)
    }
}
