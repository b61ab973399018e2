using FamilyReunite.Matching.Simulation;
using FamilyReunite.Samples;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run --project tests/FamilyReunite.Samples -- FOLDER");
    return 2;
}
var folder = Directory.CreateDirectory(args[0]).FullName;
var population = new Simulator().Create(new SimulationRequest(Seed: 20260601, Stranded: 320, Missing: 3200, ShareWithMate: .39, SimulationProfile.Evaluation));
var book = new SampleBook(population);
var photos = PortraitSet.Draw(book, folder);
JsonLines.Write(Path.Combine(folder, "organisations.json"), SampleOrganisations.All);
JsonLines.WriteEach(Path.Combine(folder, "stranded.jsonl"), population.Stranded.Select(p => RecordJson.Write(p, book.SourceOf(p.Id), photos.GetValueOrDefault(p.Id))));
JsonLines.WriteEach(Path.Combine(folder, "missing.jsonl"), population.Missing.Select((r, i) => RecordJson.Write(r, book.SourceOf(r.Id), photos.GetValueOrDefault(r.Id), contact: i)));
JsonLines.WriteEach(Path.Combine(folder, "field-contacts.jsonl"), FieldContacts.Make(44));
JsonLines.WriteEach(Path.Combine(folder, "trips.jsonl"), Trips.Make(book));
File.WriteAllLines(Path.Combine(folder, "true-pairs.csv"), population.TruePairs.Select(t => $"{book.SourceOf(t.PersonId)},{book.SourceOf(t.ReportId)},{t.Stratum}").Prepend("person,report,stratum"));
Speech.Make(Path.Combine(folder, "audio"));
Console.WriteLine($"{population.Stranded.Count} stranded, {population.Missing.Count} missing, {population.TruePairs.Count} pairs, {photos.Count} portraits");
return 0;
