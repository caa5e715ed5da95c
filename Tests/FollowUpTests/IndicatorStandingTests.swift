import Domain
import Plans
import Testing

@testable import FollowUp

@Suite("Where an indicator stands")
struct IndicatorStandingTests {
    private func mark(_ value: String, _ at: String) throws -> Indicator.Mark {
        Indicator.Mark(try #require(Quantity(value)), at: try #require(ObservationPeriod(at)))
    }

    private func observation(_ at: String, _ value: String?, sex: String = "") throws -> Observation {
        Observation(
            id: ObservationID(1), workspace: WorkspaceID(1), indicator: IndicatorID(1),
            period: try #require(ObservationPeriod(at)), breakdown: Breakdown(sex: sex),
            value: try value.map { try #require(Quantity($0)) }, source: "Survey", author: "ana", made: "")
    }

    private func content(_ direction: Indicator.Direction) throws -> Indicator.Content {
        Indicator.Content(
            title: "Deaths", kind: .outcome, unit: "per 100,000", direction: direction,
            baseline: try mark("40.0", "2018"), target: try mark("20", "2030"))
    }

    @Test("Less is better: what fell went towards the target, and the rest of the way is as exact as the values")
    func decrease() throws {
        let standing = IndicatorStanding(
            try content(.decrease), [try observation("2022", "32.5"), try observation("2020", "36.25")])
        #expect(standing.latest?.period.code == "2022")
        #expect(standing.change?.description == "-3.75")
        #expect(standing.course == .towards)
        #expect(standing.distance?.description == "-12.5")
        #expect(standing.isReached == false)
        #expect(standing.sharePercent == 37)
    }

    @Test("A year without a value is passed over and stays in the series as missing")
    func missing() throws {
        let observations = [
            try observation("2019", "10"), try observation("2021", nil), try observation("2022", "30", sex: "female"),
            try observation("2022", "12"),
        ]
        let standing = IndicatorStanding(try content(.increase), observations)
        #expect(standing.latest?.value?.description == "12")
        #expect(standing.before?.value.description == "10")
        let all = IndicatorSeries.all(observations)
        #expect(all.map(\.breakdown.sex) == ["", "female"])
        #expect(all[0].points.map { $0.value?.description } == ["10", nil, nil, "12"])
    }

    @Test("Without values nothing is said, and without a better way no way is called good")
    func nothing() throws {
        #expect(IndicatorStanding(try content(.increase), []) == IndicatorStanding(try content(.decrease), []))
        let standing = IndicatorStanding(
            try content(.none), [try observation("2019", "10"), try observation("2020", "11")])
        #expect(standing.course == nil)
        #expect(standing.isReached == nil)
        #expect(standing.sharePercent == nil)
        #expect(standing.distance?.description == "9")
    }

    @Test("What is to stay is reached only where it is equal")
    func maintain() throws {
        #expect(IndicatorStanding(try content(.maintain), [try observation("2020", "20.0")]).isReached == true)
        #expect(IndicatorStanding(try content(.maintain), [try observation("2020", "20.1")]).isReached == false)
    }

    @Test(
        "Times are read as statistics write them",
        arguments: [
            ("2020", "2020"), ("2020-S1", "2020-H1"), ("2020-Q4", "2020-Q4"), ("2020-M07", "2020-07"),
            ("2020-A1", "2020"),
            ("2020-07-15", "2020-07-15"),
        ])
    func times(text: String, code: String) { #expect(ObservationPeriod(text)?.code == code) }

    @Test("What is no time is none", arguments: ["", "20", "2020-W05", "2020/2021", "2020-13", "2020-Q5", "1", "9999"])
    func noTimes(text: String) { #expect(ObservationPeriod(text) == nil) }
}
