extension Migration {
    static let plan = Migration(12, "plan", [])
}
