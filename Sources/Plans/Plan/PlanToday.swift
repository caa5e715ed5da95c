package import Domain
import FoundationEssentials
import People

extension Plans {
    /// The day it is where the workspace is.
    package func today(_ workspace: Workspace) -> CalendarDate { workspace.day(at: store.clock.milliseconds()) }
}

extension Workspace {
    /// The day an instant, in milliseconds since 1970, falls on in this workspace; in UTC where its time zone is unknown.
    package func day(at milliseconds: Int64) -> CalendarDate {
        let instant = Date(timeIntervalSince1970: Double(milliseconds) / 1_000)
        let shift = TimeZone(identifier: timeZone)?.secondsFromGMT(for: instant) ?? 0
        let seconds = milliseconds / 1_000 + Int64(shift)
        return CalendarDate(dayNumber: Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
    }
}
