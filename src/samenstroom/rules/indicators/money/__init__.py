"""What has to do with bills, prices and income."""
