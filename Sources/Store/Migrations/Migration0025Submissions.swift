extension Migration {
    static let submissions = Migration(25, "submissions", [])
}
