/// Where an indicator stands by its values for all. Nothing is estimated: what cannot be told from values that are there is nil.
package struct IndicatorStanding: Hashable, Sendable {
    package enum Course: String, Sendable {
        case towards, away, level
    }

    /// The last value there is.
    package var latest: Observation?
    /// What it is compared with: the value before it; the baseline where there is none before.
    package var before: Indicator.Mark?
    /// Latest less the one before, as exact as the more exact of the two.
    package var change: Quantity?
    /// Whether that change goes the way the indicator is to go; nil where neither way is better.
    package var course: Course?
    /// Target less latest, in the indicator's unit.
    package var distance: Quantity?
    /// Nil without target, value or direction.
    package var isReached: Bool?
    /// How much of the way from baseline to target is behind, in whole percent, cut and not rounded: below 0 where it went the
    /// wrong way, above 100 beyond the target. Nil without both marks, or where they are equal.
    package var sharePercent: Int?

    /// `observations` of one indicator, in any order; those of parts of the population are passed over.
    package init(_ content: Indicator.Content, _ observations: [Observation]) {
        let totals = observations.filter { $0.breakdown.isTotal }.sorted { $0.period < $1.period }
        let valued = totals.filter { $0.value != nil }
        guard let latest = valued.last, let value = latest.value else { return }
        self.latest = latest
        let earlier = valued.dropLast().last.flatMap { last in
            last.value.map { Indicator.Mark($0, at: last.period) }
        }
        before = earlier ?? content.baseline.flatMap { $0.at < latest.period ? $0 : nil }
        change = before.flatMap { value.minus($0.value) }
        if let before { course = Self.course(value.compared(to: before.value), content.direction) }
        guard let target = content.target else { return }
        distance = target.value.minus(value)
        let side = value.compared(to: target.value)
        switch content.direction {
        case .increase: isReached = side >= 0
        case .decrease: isReached = side <= 0
        case .maintain: isReached = side == 0
        case .none: isReached = nil
        }
        if content.direction != .none, let baseline = content.baseline,
            let done = value.minus(baseline.value), let way = target.value.minus(baseline.value)
        {
            sharePercent = done.percent(of: way)
        }
    }

    private static func course(_ sign: Int, _ direction: Indicator.Direction) -> Course? {
        switch direction {
        case .none: nil
        case .maintain: sign == 0 ? .level : .away
        case .increase: sign == 0 ? .level : sign > 0 ? .towards : .away
        case .decrease: sign == 0 ? .level : sign < 0 ? .towards : .away
        }
    }
}

/// One line of a chart: values of one part of the population in the order of time, and the years in between that have none.
package struct IndicatorSeries: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package var period: ObservationPeriod
        /// Nil: there is no value.
        package var value: Quantity?
    }

    package var breakdown: Breakdown
    package var points: [Point]

    /// The series of all breakdowns, that for all first. Where observations are of years, a year without one stands as missing.
    package static func all(_ observations: [Observation]) -> [IndicatorSeries] {
        Dictionary(grouping: observations, by: \.breakdown).sorted { $0.key < $1.key }.map { breakdown, own in
            let points = own.map { Point(period: $0.period, value: $0.value) }.sorted { $0.period < $1.period }
            return IndicatorSeries(breakdown: breakdown, points: withMissingYears(points))
        }
    }

    private static func withMissingYears(_ points: [Point]) -> [Point] {
        guard let first = points.first?.period.year, let last = points.last?.period.year, last - first <= 200,
            points.allSatisfy({ $0.period.code.utf8.count == 4 })
        else { return points }
        let known = Dictionary(points.map { ($0.period.year, $0) }, uniquingKeysWith: { one, _ in one })
        return (first...last).compactMap { year in
            known[year] ?? ObservationPeriod(String(year)).map { Point(period: $0, value: nil) }
        }
    }
}
