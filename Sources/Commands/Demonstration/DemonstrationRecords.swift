import CooperationRecords
import Domain
import People

/// The cooperation record of an invented State: what came in time, what came late, what is not known.
struct DemonstrationRecords {
    let records: StateCooperation

    private struct Line {
        var kind: StateFactKind
        var day: String
        var about = ""
        var matter = ""
        var cycle: Int?
        var grade: String?
        var text = ""
        var isNone = false
    }

    private static let home: [Line] = [
        Line(kind: .reservation, day: "2004-06", about: "icerd", text: "On the competence of courts, article 22."),
        Line(kind: .reservationWithdrawn, day: "2017-09-14", about: "icerd", text: "The same reservation."),
        Line(kind: .procedureAccepted, day: "2012-02-01", about: "cat", text: "Complaints of individuals, article 22."),
        Line(kind: .reportDue, day: "2018-05-01", about: "crc", matter: "4"),
        Line(kind: .reportReceived, day: "2019-02-20", about: "crc", matter: "4"),
        Line(kind: .reportDue, day: "2021-11-15", about: "cedaw", matter: "6"),
        Line(kind: .reportReceived, day: "2021-11-02", about: "cedaw", matter: "6"),
        Line(kind: .reportDue, day: "2024-03", about: "cat", matter: "3"),
        Line(kind: .reportReceived, day: "2024-04", about: "cat", matter: "3"),
        Line(kind: .reportDue, day: "2025-06-30", about: "crpd", matter: "2"),
        Line(kind: .nationalReport, day: "2019-10-21", cycle: 3),
        Line(kind: .midTermReport, day: "2022-08", cycle: 3, text: "In two parts, with the comments of the Ombudsman."),
        Line(kind: .standingInvitation, day: "2010-03-11"),
        Line(kind: .visitAsked, day: "2016-04-02", about: "Housing", matter: "2016"),
        Line(kind: .visitAccepted, day: "2017-01-19", about: "Housing", matter: "2016"),
        Line(kind: .visitMade, day: "2018-05", about: "Housing", matter: "2016"),
        Line(kind: .visitAsked, day: "2023-09-08", about: "Judges and lawyers", matter: "2023"),
        Line(kind: .communicationSent, day: "2022-02-10", about: "Water and sanitation", matter: "AL XAI 1/2022"),
        Line(kind: .communicationAnswered, day: "2022-03-30", about: "Water and sanitation", matter: "AL XAI 1/2022"),
        Line(kind: .communicationSent, day: "2024-07-03", about: "Migrants; health", matter: "AL XAI 2/2024"),
        Line(kind: .followUpDue, day: "2023-11-17", about: "cedaw", matter: "6"),
        Line(kind: .followUpGiven, day: "2024-01-25", about: "cedaw", matter: "6"),
        Line(kind: .fundUsed, day: "2023-05-30", about: "Lantern Fund", matter: "Registrars in the valleys"),
        Line(kind: .accreditation, day: "2021-06-14", about: "Ombudsman of Ithavar", grade: "A"),
        Line(kind: .denunciation, day: "2026-01-15", isNone: true),
    ]

    /// States without a workspace, kept by the desk: enough to compare with.
    private static let others: [(state: String, lines: [Line])] = [
        (
            "XAC",
            [
                Line(kind: .standingInvitation, day: "2013-09"),
                Line(kind: .reportDue, day: "2020-02-01", about: "crc", matter: "3"),
                Line(kind: .reportReceived, day: "2020-01-28", about: "crc", matter: "3"),
                Line(kind: .visitAsked, day: "2019-05-05", about: "Housing", matter: "2019"),
                Line(kind: .visitMade, day: "2021-10", about: "Housing", matter: "2019"),
            ]
        ),
        (
            "XAD",
            [
                Line(kind: .standingInvitation, day: "2026-01-15", isNone: true),
                Line(kind: .reportDue, day: "2017-08-30", about: "cedaw", matter: "5"),
                Line(kind: .reportReceived, day: "2019-12-02", about: "cedaw", matter: "5"),
            ]
        ),
    ]

    func make(in home: Workspace, by caller: Caller) async throws(WorkspaceError) {
        guard let state = home.mechanismState else { return }
        let keeper = FactKeeper.workspace(Member.keeper(caller.name, of: home))
        guard try await records.kept(state, keeper).isEmpty else { return }
        for (number, line) in Self.home.enumerated() {
            _ = try await records.add(content(line, number, state), of: state, publishing: true, by: keeper)
        }
        var wrong = StateFactContent(.visitMade, day: CalendarDate("2014-10"), source: "DEMO/VISIT/2014")
        wrong.about = "Education"
        let entered = try await records.add(wrong, of: state, publishing: true, by: keeper)
        wrong.day = CalendarDate("2015-10")
        if let id = entered.id {
            _ = try await records.correct(
                id, version: 1, wrong, why: "The report of the visit gives 2015.", by: keeper)
        }
        for other in Self.others {
            let state = StateCode(other.state)
            for (number, line) in other.lines.enumerated() {
                _ = try await records.add(
                    content(line, number, state), of: state, publishing: true, by: .desk(caller))
            }
        }
    }

    private func content(_ line: Line, _ number: Int, _ state: StateCode) -> StateFactContent {
        var content = StateFactContent(
            line.kind, day: CalendarDate(line.day), source: "DEMO/COOPERATION/\(state.rawValue)/\(number + 1)")
        content.about = line.about
        content.matter = line.matter
        content.cycle = line.cycle
        content.grade = line.grade
        content.text = line.text
        content.isNone = line.isNone
        return content
    }
}
