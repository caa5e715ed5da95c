extension Migration {
    static let clocks = Migration(16, "clocks", [])
}
