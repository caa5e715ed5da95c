extension Migration {
    static let assessments = Migration(23, "assessments", [])
}
