extension Migration {
    static let people = Migration(9, "people", [])
}
