/// How a workspace counts and reminds.
package struct ClockSettings: Hashable, Sendable {
    /// 1 Monday ... 7 Sunday.
    package var weekend: Set<Int>
    /// After how many months without progress an action counts as stalled: 1...60.
    package var stalledMonths: Int
    /// The local hour from which the day's message is sent: 0...23.
    package var digestHour: Int
    /// So many days before a date people are reminded; 0 is the day itself.
    package var remindDays: [Int]
    package var version: Int

    package static let standard = ClockSettings(
        weekend: WorkingDays.standardWeekend, stalledMonths: 6, digestHour: 7, remindDays: [30, 14, 7, 1, 0], version: 0
    )

    package init(weekend: Set<Int>, stalledMonths: Int, digestHour: Int, remindDays: [Int], version: Int) {
        self.weekend = weekend
        self.stalledMonths = stalledMonths
        self.digestHour = digestHour
        self.remindDays = remindDays
        self.version = version
    }
}
