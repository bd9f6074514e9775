using Hale.Kernel.Faults;

namespace Hale.Faults.Tests;

/// <summary>What a fault could not look at is never clear.</summary>
public sealed class BlindTests
{
    public static TheoryData<string> Ids => [.. Catalogue.All.Select(fault => fault.Id)];

    public static TheoryData<string, string, Needs> SeenLessOneReading
    {
        get
        {
            var cases = new TheoryData<string, string, Needs>();
            foreach (var one in EvidenceCase.All.Where(one => one.Kind == "seen"))
            {
                foreach (var reading in Enum.GetValues<Needs>().Where(reading => reading is not Needs.None && Known(one.Fault).Needs.HasFlag(reading)))
                {
                    cases.Add(one.Fault, one.Name, reading);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void With_every_reading_that_it_needs_unknown_a_fault_cannot_tell(string id) =>
        Assert.IsType<Diagnosis.Blind>(Known(id).Detect(Unread.Of(new Evidence(), Known(id).Needs)));

    [Theory]
    [MemberData(nameof(SeenLessOneReading))]
    public void A_fault_that_is_there_is_not_said_to_be_clear_where_one_of_its_readings_is_unknown(string id, string name, Needs reading) =>
        Assert.IsNotType<Diagnosis.Clear>(Known(id).Detect(Unread.Of(new EvidenceCase(id, name).Read(), reading)));

    private static Fault Known(string id) => Catalogue.All.Single(fault => fault.Id == id);
}
